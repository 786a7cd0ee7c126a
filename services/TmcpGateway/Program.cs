using Tmcp.Gateway;

ProcessSettings.Apply();
await GatewayApplication.Create(args).RunAsync();
