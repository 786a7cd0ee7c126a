using Tmcp.Bridge;
using Tmcp.ServiceDefaults.Health;

if (args is [HealthProbe.Argument])
    return await HealthProbe.RunAsync();

await BridgeApplication.Build(WebApplication.CreateBuilder(args)).RunAsync();
return 0;
