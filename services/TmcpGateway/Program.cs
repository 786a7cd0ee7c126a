using Tmcp.Gateway;

await GatewayApplication.Create(args).RunAsync();
