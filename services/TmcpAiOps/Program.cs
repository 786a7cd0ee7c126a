using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Notifications;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;
using Tmcp.AiOps.Settings;
using Tmcp.AiOps.Telemetry;
using Tmcp.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.UseDefaultPort(8000);
builder.Services
    .AddAiOpsTelemetry()
    .AddStore()
    .AddIntake()
    .AddQueue()
    .AddIncidents()
    .AddContext()
    .AddAnalysis()
    .AddNotifications();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapMetrics();
app.MapWebhooks();
app.MapIncidents();
app.MapDeadLetters();
app.MapNotifications();
await app.RunAsync();
