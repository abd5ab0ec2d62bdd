/** Modules that export things with a listen(), bind() or connect() method that opens no TCP port. */
export const nonServers: readonly (string | RegExp)[] = [
  "msw", /^msw\//, /^@mswjs\//,
  /^@tauri-apps\//,
  "history", "react-router", "react-router-dom", "vue-router", "@remix-run/router", "universal-router", "wouter", "page",
  "redux", "react-redux", "mobx", "zustand", "effector", "@adonisjs/signals",
  "mitt", "nanoevents", "eventemitter3", "nanobus", "rxjs", "svelte/store",
  "clipboard", "hotkeys-js", "mousetrap",
  "react", "preact", "vue", "@angular/core",
  /^@libp2p\//, "libp2p",
  "@azure/event-hubs", "electron", "comlink", "broadcast-channel",
  // Servers, but of datagrams or of protocols that open no TCP port.
  "coap", "dhcp", "net-snmp", "node-ssdp", "multicast-dns", "bonjour-service", "mdns-server", "bittorrent-dht", "udp",
  "pg-listen", "pg-pubsub", "keypress.js", "annyang",
];
