using System.Net;
using System.Text;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests.Alerts;

/// <summary>
/// 2,000 different alerts of 40 causes, each sent again until it is taken, as Alertmanager does. Alerts of one cause make one incident, so that
/// each is one message and every alert can be counted in it.
/// </summary>
internal sealed class AlertLoad(TmcpStack stack, string run)
{
    public const int Causes = 40;
    public const int PerCause = 50;
    public const int Alerts = Causes * PerCause;
    private const int Senders = 6;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

    private int _next = -1;
    private int _taken;
    private int _repeated;

    /// <summary>Begin of the names of its alerts.</summary>
    public string Run => run;

    /// <summary>Attempts that were not answered with 202: each may or may not have been taken.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    /// <summary>Sends all; ends when all are taken.</summary>
    public async Task SendAsync()
    {
        using var http = new HttpClient { BaseAddress = stack.Address(Names.AiOpsAgent), Timeout = TimeSpan.FromSeconds(10) };
        using var limit = new CancellationTokenSource(_limit);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendSomeAsync(http, limit.Token)));
    }

    /// <summary>Ends when so many are taken.</summary>
    public async Task TakenAsync(int count)
    {
        using var limit = new CancellationTokenSource(_limit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (Volatile.Read(ref _taken) < count)
            await tick.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Ends when so many attempts failed.</summary>
    public async Task RefusedAsync(int count)
    {
        using var limit = new CancellationTokenSource(_limit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (Repeated < count)
            await tick.WaitForNextTickAsync(limit.Token);
    }

    private async Task SendSomeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(_pause);
        for (var i = Interlocked.Increment(ref _next); i < Alerts; i = Interlocked.Increment(ref _next))
        {
            var body = Body(i / PerCause, i % PerCause);
            while (!await IsTakenAsync(http, body, cancellationToken))
            {
                Interlocked.Increment(ref _repeated);
                await pause.WaitForNextTickAsync(cancellationToken);
            }

            Interlocked.Increment(ref _taken);
        }
    }

    private static async Task<bool> IsTakenAsync(HttpClient http, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/api/webhook/alert", UriKind.Relative), content, cancellationToken);
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadGateway]);
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private string Body(int cause, int instance) =>
        $$"""
        {"version":"4","status":"firing","groupLabels":{},"commonLabels":{},"commonAnnotations":{},"alerts":[{"status":"firing",
         "labels":{"alertname":"{{run}}-{{cause}}","service":"agent","severity":"critical","instance":"10.42.0.{{instance}}:8000"},
         "annotations":{"description":"dial tcp 10.42.0.{{instance}}:8090: connect: connection refused","summary":"requests fail"},
         "startsAt":"{{DateTimeOffset.UtcNow:O}}"}]}
        """;
}
