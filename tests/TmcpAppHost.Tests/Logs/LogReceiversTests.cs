using System.Net;
using System.Text.Json.Nodes;
using Tmcp.AppHost.Logs;
using Tmcp.Logs;

namespace Tmcp.AppHost.Tests.Logs;

public sealed class LogReceiversTests
{
    private static readonly ShippedLine Line = new("run-1", new LogDocument
    {
        Timestamp = new DateTimeOffset(2026, 11, 21, 23, 59, 0, TimeSpan.Zero),
        Message = "it broke",
        Service = new LogServiceField("bridge"),
    });

    [Fact]
    public async Task Line_is_created_under_its_own_id_in_the_index_of_its_day()
    {
        var answers = new Answers(HttpStatusCode.OK, Bulk(201));

        await StoreAsync(answers);

        var lines = answers.Bodies.Single().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(("fluentd-20261121", "run-1"), ((string)lines[0]["create"]!["_index"]!, (string)lines[0]["create"]!["_id"]!));
        Assert.Equal("it broke", (string)lines[1]["message"]!);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public Task Line_that_is_there_already_or_never_will_be_is_done(int status) => StoreAsync(new Answers(HttpStatusCode.OK, Bulk(status)));

    [Theory]
    [InlineData(HttpStatusCode.OK, 429)]
    [InlineData(HttpStatusCode.OK, 503)]
    [InlineData(HttpStatusCode.TooManyRequests, 201)]
    [InlineData(HttpStatusCode.BadGateway, 201)]
    public Task Line_that_was_not_written_for_now_is_to_be_sent_again(HttpStatusCode whole, int item) =>
        Assert.ThrowsAsync<HttpRequestException>(() => StoreAsync(new Answers(whole, Bulk(item))));

    [Theory]
    [InlineData(HttpStatusCode.Accepted, false)]
    [InlineData(HttpStatusCode.BadRequest, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.TooManyRequests, true)]
    public async Task Agent_refuses_a_content_for_good_and_everything_else_for_now(HttpStatusCode status, bool isForNow)
    {
        using var client = new HttpClient(new Answers(status, "{}"));
        var report = () => LogReceivers.ReportAsync(client, new Uri("http://agent"), [Line], default);

        if (isForNow)
            await Assert.ThrowsAsync<HttpRequestException>(report);
        else
            await report();
    }

    private static async Task StoreAsync(Answers answers)
    {
        using var client = new HttpClient(answers, disposeHandler: false);
        await LogReceivers.StoreAsync(client, new Uri("http://store"), [Line], default);
    }

    private static string Bulk(int status) => $$"""{ "errors": {{(status > 299 ? "true" : "false")}}, "items": [ { "create": { "status": {{status}} } } ] }""";

    private sealed class Answers(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        }
    }
}
