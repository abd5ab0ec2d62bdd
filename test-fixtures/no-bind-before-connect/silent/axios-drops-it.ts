import axios from "axios";

export async function fetchRates() {
  const { data } = await axios.get("https://rates.example.com/today", {
    timeout: 5_000,
    // @ts-expect-error the option is not typed
    localAddress: "10.0.0.5",
//  ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  });
  return data;
}
