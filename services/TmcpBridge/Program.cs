using Tmcp.Bridge;

await BridgeApplication.Build(WebApplication.CreateBuilder(args)).RunAsync();
