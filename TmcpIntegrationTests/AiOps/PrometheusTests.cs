using Microsoft.AspNetCore.Http;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The real monitoring system, from a number that it scrapes to the message and its edit.</summary>
[Collection(TmcpStack.Collection)]
public sealed class PrometheusTests(TmcpStack stack)
{
    [PrometheusFact]
    public async Task Alert_of_a_real_Prometheus_is_told_and_its_end_edits_the_message()
    {
        var isUp = false;
        var service = $"cache-{Guid.NewGuid():N}"[..16];
        using var inbox = new Inbox(stack);
        await using var watched = await LocalServer.AnswerAsync(async context =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4";
            await context.Response.WriteAsync($"cache_up {(Volatile.Read(ref isUp) ? 1 : 0)}\n");
        });
        await using var monitoring = Monitoring.Start(watched.Address, stack.Address(Names.AiOpsAgent), service);

        InboxMessage? told = null;
        await Until.TrueAsync(
            async () => (told = (await inbox.ListAsync()).SingleOrDefault(message => message.Title.Contains(service, StringComparison.Ordinal))) is not null,
            () => $"the message; {monitoring.Output}");
        Assert.Contains($"CacheDown: {Payloads.Message}", told!.Field("Description"), StringComparison.Ordinal);

        Volatile.Write(ref isUp, true);
        var resolved = await inbox.WaitAsync(told.Footer.Split(' ')[^1], message => message.Title == $"✅ Resolved: {service}");
        Assert.Equal(told.Id, resolved.Id);
    }
}
