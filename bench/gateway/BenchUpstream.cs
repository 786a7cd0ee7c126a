namespace Tmcp.GatewayBench;

/// <summary>What both proxies stand in front of: a small JSON answer, a body of 100 kB, and a stream of events.</summary>
internal static class BenchUpstream
{
    private static readonly byte[] Json = """{"items":[{"id":"abc","name":"Campaign"}],"page":1,"perPage":30,"totalItems":1,"totalPages":1}"""u8.ToArray();
    private static readonly byte[] Large = new byte[100_000];
    private static readonly byte[] Event = "data: {\"type\":\"status\"}\n\n"u8.ToArray();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context =>
        {
            var path = context.Request.Path.Value!;
            return path.EndsWith("json", StringComparison.Ordinal) ? SendAsync(context, "application/json", Json)
                : path.EndsWith("large", StringComparison.Ordinal) ? SendAsync(context, "application/octet-stream", Large)
                : StreamAsync(context);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    private static async Task SendAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body);
    }

    private static async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.BodyWriter.WriteAsync(Event);
        // The stream stays open, so an event that waits in a proxy's buffer is not pushed out by the end.
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
