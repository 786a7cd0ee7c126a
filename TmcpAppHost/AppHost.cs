using Tmcp.AppHost;

return await TmcpApplication.RunAsync(args, builder =>
{
    // Settings and secrets
    var adminEmail = builder.AddSetting(Names.PocketBaseAdminEmail, "admin@tmcp.local", "Superuser of PocketBase, also the account of the services.");
    var adminPassword = builder.AddSecret(Names.PocketBaseAdminPassword, "Password of the PocketBase superuser.");
    var demoPassword = builder.AddSecret(Names.DemoPassword, "Password of demo@tmcp.local, who owns the demo workspace.");
    var model = builder.AddSetting(Names.OllamaModel, "qwen3:4b-instruct-2507-q4_K_M", "The chat model, by its name in Ollama.");

    // Stores
    var pocketbase = builder.AddPocketBase(Names.PocketBase, adminEmail, adminPassword)
        .WithDemoData(demoPassword)
        .WithRoute("/pb");

    // Models
    var ollama = builder.AddModelServer(Names.Ollama, model);

    // Services
    var bridge = builder.AddProject<Projects.TmcpBridge>(Names.Bridge)
        .WithHttpEndpoint(port: 7999)
        .WithHttpHealthCheck("/health")
        .WithPocketBaseAccount(pocketbase)
        .WithIconName("PlugConnected")
        .WaitFor(pocketbase);

    var agent = builder.AddProject<Projects.TmcpAgent>(Names.Agent)
        .WithHttpEndpoint(port: 8000)
        .WithHttpHealthCheck("/health")
        .WithBridge(bridge)
        .WithPocketBaseAccount(pocketbase, urlVariable: "PB_URL")
        .WithModelServer(ollama)
        .WithRoute("/api/agent")
        .WithIconName("BotSparkle")
        .WaitFor(pocketbase).WaitFor(bridge).WaitFor(ollama);

    // Entrance
    builder.AddProject<Projects.TmcpGateway>(Names.Gateway)
        .WithHttpEndpoint(port: 8080)
        .WithHttpHealthCheck("/health")
        .WithRoutes()
        .WithIconName("DoorArrowRight")
        .ExcludeFromManifest();
});
