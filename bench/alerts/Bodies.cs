using System.Text;

namespace Tmcp.AlertsBench;

/// <summary>What is sent.</summary>
internal static class Bodies
{
    private const string Words = "abcdefghijklmnopqrst";
    private static int _number;

    public static byte[] Distinct() => Alert(Interlocked.Increment(ref _number));

    public static byte[] TenDistinct() => Alerts([.. Enumerable.Range(0, 10).Select(_ => Interlocked.Increment(ref _number))]);

    public static byte[] Repeated() => Alert(-1 - (Interlocked.Increment(ref _number) % 100));

    public static byte[] Alert(int number) => Alerts(number);

    private static byte[] Alerts(params int[] numbers)
    {
        var alerts = string.Join(',', numbers.Select(number =>
            $$"""{"status":"firing","labels":{"alertname":"Bench{{number}}","service":"agent","severity":"critical","instance":"10.42.0.17:8000","namespace":"default"},"annotations":{"description":"alert {{number}}: dial tcp 10.42.0.17:8090: connect: connection refused","summary":"requests fail"},"startsAt":"{{DateTimeOffset.UtcNow:O}}","generatorURL":"http://prometheus:9090/graph?g0.expr=up"}"""));
        return Encoding.UTF8.GetBytes(
            $$"""{"version":"4","status":"firing","groupLabels":{},"commonLabels":{},"commonAnnotations":{},"alerts":[{{alerts}}]}""");
    }

    /// <summary>Lines as the cluster's shipper sends them; each cause has its own words, each line its own numbers.</summary>
    public static byte[] Lines(int from, int count)
    {
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++)
        {
            var cause = $"{Words[i % 10]}{Words[i % 50 / 10]}";
            text.Append("{\"stream\":\"stderr\",\"logtag\":\"F\",\"message\":\"2026-11-21 05:00:").Append(i % 60)
                .Append(" ERROR request of kind ").Append(cause).Append(" to 10.42.0.").Append(i % 200).Append(":8090 failed after ").Append(i)
                .Append(" ms, id ").Append(Guid.NewGuid().ToString("N"))
                .Append("\",\"kubernetes\":{\"namespace_name\":\"default\",\"pod_name\":\"agent-deployment-7d9f8b6c5-x2x9z\",\"labels\":{\"app\":\"agent\"}}}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
