using Tmcp.Gateway.Configuration;
using Tmcp.Gateway.Forwarding;
using Tmcp.Gateway.Routing;
using Tmcp.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGatewayConfiguration();
builder.Services.AddRouteTable();
builder.Services.AddForwarding();

var app = builder.Build();
app.MapDefaultEndpoints();
app.UseGateway();
await app.RunAsync();
