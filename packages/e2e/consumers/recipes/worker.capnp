# The README's Worker, without nodejs_compat; its secret is a binding.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "bundle.js")],
      compatibilityDate = "2023-01-01",
      bindings = [(name = "EXPLORIUM_WEBHOOK_SECRET", text = "c2VjcmV0")],
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
