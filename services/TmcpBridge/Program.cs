using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Resources;
using Tmcp.Bridge.Schema;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Tools;
using Tmcp.Bridge.Transport;
using Tmcp.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddBridgeConfiguration();
builder.Services.AddBridgeTelemetry();
builder.Services.AddPocketBase();
builder.Services.AddIdentity();
builder.Services.AddSchema();
builder.Services.AddTools();
builder.Services.AddResources();
builder.Services.AddMcpTransports();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapMcp();
await app.RunAsync();
