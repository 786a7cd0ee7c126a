using Tmcp.Agent.Bridge;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Chat;
using Tmcp.Agent.Documentation;
using Tmcp.Agent.Generation;
using Tmcp.Agent.Jobs;
using Tmcp.Agent.Limits;
using Tmcp.Agent.Model;
using Tmcp.Agent.Redis;
using Tmcp.Agent.Settings;
using Tmcp.Agent.Team;
using Tmcp.Agent.Telemetry;
using Tmcp.Agent.Threads;
using Tmcp.Agent.Tools;
using Tmcp.ServiceDefaults;
using Tmcp.ServiceDefaults.Health;

if (args is [HealthProbe.Argument])
    return await HealthProbe.RunAsync();

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.UseDefaultPort(8000);
builder.Services
    .AddAgentTelemetry()
    .AddRedis()
    .AddCallers()
    .AddLimits()
    .AddBridge()
    .AddModel()
    .AddThreads()
    .AddTools()
    .AddTeam()
    .AddChat()
    .AddGeneration()
    .AddJobs()
    .AddDocumentation();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapDocumentation();
app.MapChat();
app.MapChatMessages();
app.MapGeneration();
app.MapJobRoutes();
await app.RunAsync();
return 0;
