using System.Collections.Concurrent;
using System.Diagnostics;
using Tmcp.Tests.Shared;
using TmcpEmulators.Facebook;

namespace TmcpEmulators.Tests.Facebook;

public sealed class SecrecyTests
{
    [Fact]
    public async Task A_token_is_in_no_log_no_span_and_no_answer()
    {
        using var logs = new CapturedLogs();
        var tags = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        var answers = new List<string>();
        await using (var facebook = await FacebookEmulator.StartAsync(logs: logs))
        {
            foreach (var path in (string[])[$"/1/feed?message=x&access_token={FacebookEmulator.Token}", $"/v24.0/1_9?access_token={FacebookEmulator.Token}", $"/1/2/3?access_token={FacebookEmulator.Token}"])
                answers.Add($"{(await facebook.SendAsync(HttpMethod.Post, path)).Body}");
            answers.Add($"{(await facebook.PostAsync(("message", ""))).Body}");
            answers.Add($"{await facebook.PostsAsync()}");
        }

        Assert.Contains("\"message\": \"x\"", answers[^1], StringComparison.Ordinal);
        Assert.Contains(tags, tag => tag.Contains("/1/feed", StringComparison.Ordinal));
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(answers.Concat(tags).Concat(logs.Lines), line => line.Contains(FacebookEmulator.Token, StringComparison.Ordinal));
    }

    [Fact]
    public void Banner_does_not_show_a_given_token()
    {
        using var output = new StringWriter();

        FacebookBanner.Write(output, ["http://127.0.0.1:1"], new FacebookSettings { PageToken = FacebookEmulator.Token });

        Assert.DoesNotContain(FacebookEmulator.Token, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("emulator of Facebook", output.ToString(), StringComparison.Ordinal);
    }
}
