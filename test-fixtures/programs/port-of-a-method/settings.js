class Settings {
  get port() {
    return 50000;
  }
}
export const settings = new Settings();
