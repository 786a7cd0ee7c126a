using Microsoft.Extensions.DependencyInjection;
using SampleAppHost;

var builder = DistributedApplication.CreateBuilder(args);
var mode = builder.Configuration["Sample:Mode"];
if (mode == "throw")
    throw new InvalidOperationException("The sample was told to throw.");
if (mode == "leave")
    return 3;

var end = new SampleEnd();
builder.Services.AddSingleton(end);
var web = builder.AddResource(new SampleResource("web")).WithHttpEndpoint(targetPort: 8080);
builder.AddConnectionString("store", ReferenceExpression.Create($"Host=store;Name={builder.Configuration["Sample:Name"] ?? "none"}"));
if (mode == "circle")
    web.WaitFor(builder.AddResource(new SampleResource("other")).WaitFor(web));

var app = builder.Build();
if (mode == "build only")
    return 4;

if (mode == "async")
    await app.RunAsync();
else
    app.Run();
end.Reached.SetResult();
return 0;
