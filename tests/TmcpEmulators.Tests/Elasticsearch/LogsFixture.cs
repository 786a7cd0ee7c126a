namespace TmcpEmulators.Tests.Elasticsearch;

/// <summary>An emulator with eight log lines in two daily indexes.</summary>
public sealed class LogsFixture : IAsyncLifetime
{
    internal ElasticsearchEmulator Elastic { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Elastic = await ElasticsearchEmulator.StartAsync();
        string[] documents =
        [
            """{"@timestamp":"2025-12-31T22:00:00Z","message":"Connection refused by 10.0.0.7:8090","log":{"level":"error"},"service":{"name":"bridge"},"status":503,"took":1.5}""",
            """{"@timestamp":"2025-12-31T22:10:00Z","message":"GET /api/health answered 200","log":{"level":"info"},"service":{"name":"bridge"},"status":200,"took":0.25}""",
            """{"@timestamp":"2025-12-31T23:00:00Z","message":"refused: the connection was closed","log":{"level":"error"},"service":{"name":"agent"},"status":502,"took":9}""",
            """{"@timestamp":"2025-12-31T23:30:00.123Z","message":"Out of memory: killed process 42","log.level":"fatal","service.name":"agent","tags":["oom","kernel"]}""",
            """{"@timestamp":"2025-12-31T23:59:59.999Z","message":"GET /api/items answered 200","log":{"level":"info"},"service":{"name":"gateway"},"status":200,"took":3,"ok":true}""",
            """{"@timestamp":"2026-01-01T00:00:00Z","message":"Happy new year","log":{"level":"info"},"service":{"name":"gateway"},"ok":false}""",
            """{"@timestamp":"2026-01-01T00:05:00+00:00","message":"kubernetes pod p-1 restarted","log":{"level":"warn"},"kubernetes":{"pod_name":"p-1","namespace_name":"tmcp"}}""",
            """{"@timestamp":1767226200000,"message":"the disk is full","log":{"level":"error"},"service":{"name":"pocketbase"},"kubernetes":{"pod_name":"pb-0"}}""",
        ];
        await Elastic.BulkAsync([.. documents.SelectMany((document, i) => new[]
        {
            $$$"""{"index":{"_index":"logs-{{{(i < 5 ? "2025.12.31" : "2026.01.01")}}}","_id":"{{{i}}}"}}""", document,
        })]);
    }

    public async Task DisposeAsync() => await Elastic.DisposeAsync();
}
