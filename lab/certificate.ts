// A certificate for localhost that nobody trusts, made for the lab: some calls look at it before they look at anything else.

/** In PEM, until 2126. */
export const certificate = [
  "-----BEGIN CERTIFICATE-----",
  "MIIBfzCCASWgAwIBAgIUMWxud5GCF98yZzfWagR9T9ih/RswCgYIKoZIzj0EAwIw",
  "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjExNTQxMVoYDzIxMjYxMTAy",
  "MTE1NDExWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO",
  "PQMBBwNCAAR7u7ICc6Z8n3lOgzSxe+WqOiXlj+6S8qbF35ht1POIzeQv1UF7fm5r",
  "pkK/LjPLem2GqnD9HpLPFNsGRJGds03ro1MwUTAdBgNVHQ4EFgQUFVzKa0fH/8dY",
  "LsSpd+mDZWDz6bowHwYDVR0jBBgwFoAUFVzKa0fH/8dYLsSpd+mDZWDz6bowDwYD",
  "VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBZm/dSszc58tGA9Za0+egl",
  "RPkXeOiWaZxSPsNHzYgeBAIhALMU1eX9wyqy6dWo9IQ2pUufAYY5PCFblHl/7/s9",
  "YypW",
  "-----END CERTIFICATE-----",
  "",
].join("\n");

/** Its key, in PEM. */
export const privateKey = [
  "-----BEGIN PRIVATE KEY-----",
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgxaoYB9H9WiRNdbhJ",
  "AeLyHUjJD9tJD7Ds22xdiGYJk+ShRANCAAR7u7ICc6Z8n3lOgzSxe+WqOiXlj+6S",
  "8qbF35ht1POIzeQv1UF7fm5rpkK/LjPLem2GqnD9HpLPFNsGRJGds03r",
  "-----END PRIVATE KEY-----",
  "",
].join("\n");
