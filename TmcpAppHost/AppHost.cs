using Tmcp.AppHost;

return await TmcpApplication.RunAsync(args, builder =>
{
    // Settings and secrets
    var adminEmail = builder.AddSetting(Names.PocketBaseAdminEmail, "admin@tmcp.local", "Superuser of PocketBase, also the account of the services.");
    var adminPassword = builder.AddSecret(Names.PocketBaseAdminPassword, "Password of the PocketBase superuser.");
    var redisPassword = builder.AddSecret(Names.RedisPassword, "Password of Redis.");
    var demoPassword = builder.AddSecret(Names.DemoPassword, "Password of demo@tmcp.local, who owns the demo workspace.");
    var model = builder.AddSetting(Names.OllamaModel, "qwen3:4b-instruct-2507-q4_K_M", "The chat model, by its name in Ollama.");

    // Stores
    var facebook = builder.AddFacebook(Names.Facebook);

    var pocketbase = builder.AddPocketBase(Names.PocketBase, adminEmail, adminPassword)
        .WithDemoData(demoPassword)
        .WithFacebook(facebook)
        .WithBreakCommand()
        .WithRoute("/pb")
        .InCluster(k => k.Named(stem: "pb").Image("tmcp-dashboard").User(10001).SingleWriter()
            .Claim("pb-data", claim: "pb-data-pvc", size: "1Gi").Backup("pocketbase", "17 2 * * *", keep: 7, size: "2Gi")
            .Probes(ready: "/api/health", live: "/api/health", startSeconds: 120)
            .Needs(cpu: "100m", memory: "128Mi", memoryLimit: "512Mi")
            .Secret("PB_ADMIN_PASSWORD", "tmcp/video-creater")
            .AllowFrom("video-creater").ReachesInternet());

    var redis = builder.AddRedisServer(Names.Redis, redisPassword)
        .InCluster(k => k.SingleWriter().User(999).Port("tcp", service: 6379)
            .Claim("redis-data", claim: "redis-data-pvc", size: "1Gi").Backup("redis", "47 2 * * *", keep: 7, size: "1Gi")
            .Needs(cpu: "50m", memory: "64Mi", memoryLimit: "384Mi")
            .Secret("REDIS_PASSWORD", "tmcp/redis"));

    var elasticsearch = builder.AddSearch(Names.Elasticsearch)
        .InCluster(k => k.SingleWriter().User(1000).WritableRoot().Port("http", service: 9200)
            .Claim("elasticsearch-data", claim: "elasticsearch-pvc", size: "5Gi")
            .Probes(ready: "/_cluster/health?local=true", live: "/", startSeconds: 180)
            .Needs(cpu: "250m", memory: "1536Mi", memoryLimit: "2Gi")
            .AllowFrom("fluentd", inNamespace: "tmcp-logging"));

    builder.AddKibana(Names.Kibana, elasticsearch, route: "/kibana", k => k.User(1000).WritableRoot()
        .Probes(ready: "/api/status", live: "/api/status", startSeconds: 180)
        .Needs(cpu: "100m", memory: "768Mi", memoryLimit: "1Gi"));

    // Models
    var ollama = builder.AddModelServer(Names.Ollama, model)
        .InCluster();

    // Services
    var bridge = builder.AddProject<Projects.TmcpBridge>(Names.Bridge)
        .WithHttpEndpoint(port: 7999)
        .WithHttpHealthCheck("/health")
        .WithPocketBaseAccount(pocketbase)
        .WithRedis(redis)
        .WithIconName("PlugConnected")
        .WaitForStart(pocketbase)
        .InCluster(k => k.Named("mcp-bridge").Image("tmcp-m-bridge").User(10001)
            .Probes(ready: "/health", live: "/alive", startSeconds: 60)
            .Needs(cpu: "100m", memory: "128Mi", memoryLimit: "384Mi")
            .Secret("POCKETBASE_PASSWORD", "tmcp/bridge"));

    var agent = builder.AddProject<Projects.TmcpAgent>(Names.Agent)
        .WithHttpEndpoint(port: 8000)
        .WithHttpHealthCheck("/health")
        .WithBridge(bridge)
        .WithPocketBaseAccount(pocketbase, urlVariable: "PB_URL")
        .WithModelServer(ollama)
        .WithRedis(redis)
        .WithRoute("/api/agent")
        .WithIconName("BotSparkle")
        .WaitForStart(pocketbase).WaitForStart(bridge).WaitForStart(ollama)
        .InCluster(k => k.Named("marketing-agent").Image("tmcp-agents").User(10001)
            .Probes(ready: "/health", live: "/alive", startSeconds: 60)
            .Needs(cpu: "200m", memory: "256Mi", memoryLimit: "1Gi")
            .Secret("POCKETBASE_PASSWORD", "tmcp/agent"));

    // Operations: no route leads here.
    var discord = builder.AddDiscord(Names.Discord);

    builder.AddProject<Projects.TmcpAiOps>(Names.AiOpsAgent)
        .WithHttpEndpoint(port: 8001)
        .WithHttpHealthCheck("/health")
        .WithSearch(elasticsearch)
        .WithRedis(redis)
        .WithAnalysisBy(ollama)
        .WithDiscord(discord)
        .WithDependenciesOfGraph()
        .WithLinksInMessages()
        .WithLogsOfEverything(elasticsearch)
        .WithAlertCommands()
        .WithIconName("Stethoscope")
        .WaitFor(redis)
        .InCluster(k => k.Image("tmcp-aiops-agent").User(10001).Port("http", container: 8000)
            .Probes(ready: "/health", live: "/alive", startSeconds: 60)
            .Needs(cpu: "100m", memory: "192Mi", memoryLimit: "512Mi")
            .Secret("DISCORD_WEBHOOK_URL", "tmcp/aiops-agent")
            .AllowFrom("fluentd", inNamespace: "tmcp-logging").ReachesInternet());

    // Front ends
    builder.AddHub(Names.Hub)
        .InCluster(k => k.Named("marketing-hub").Image("tmcp-marketing-hub").User(10001).Replicas(2).Autoscale(2, 4)
            .Probes(ready: "/", live: "/", startSeconds: 30)
            .Needs(cpu: "20m", memory: "32Mi", memoryLimit: "128Mi"));

    builder.AddBlog(Names.Blog, pocketbase)
        .InCluster(k => k.Named("astro-blog").Image("tmcp-blog").User(10001).Replicas(2).Autoscale(2, 4)
            .Probes(ready: "/health", live: "/alive", startSeconds: 60)
            .Needs(cpu: "50m", memory: "96Mi", memoryLimit: "256Mi"));

    // Entrance
    builder.AddProject<Projects.TmcpGateway>(Names.Gateway)
        .WithHttpEndpoint(port: 8080)
        .WithHttpHealthCheck("/health")
        .WithRoutes()
        .WithIconName("DoorArrowRight")
        .ExcludeFromManifest();
});
