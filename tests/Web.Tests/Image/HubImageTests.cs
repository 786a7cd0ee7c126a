using System.Net;

namespace Tmcp.Web.Tests.Image;

/// <summary>What the hub's image answers, by its own nginx configuration.</summary>
public sealed class HubImageTests(HubServer server) : IClassFixture<HubServer>
{
    [NginxFact]
    public async Task Every_path_of_the_application_is_its_one_page_and_is_never_stored()
    {
        foreach (var path in (string[])["/", "/campaigns", "/campaigns/abc/briefs", "/hub/", "/hub/campaigns?page=2", "/index.html"])
        {
            using var answer = await GetAsync(path);

            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            Assert.Contains("root", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
        }
    }

    [NginxFact]
    public async Task Scripts_with_a_hash_in_their_name_are_kept_for_a_year()
    {
        foreach (var path in (string[])["/assets/index-abc123.js", "/hub/assets/index-abc123.js"])
        {
            using var answer = await GetAsync(path);

            Assert.Equal("application/javascript", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", Header(answer, "Cache-Control"));
        }
    }

    [NginxFact]
    public async Task Script_of_an_older_build_is_missing_and_that_is_not_kept()
    {
        using var answer = await GetAsync("/assets/index-older.js");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [NginxFact]
    public async Task Every_answer_tells_the_browser_what_the_page_may_do()
    {
        foreach (var path in (string[])["/", "/assets/index-abc123.js", "/assets/none.js"])
        {
            using var answer = await GetAsync(path);

            Assert.Contains("script-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
            Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
            Assert.DoesNotContain('/', Header(answer, "Server"));
        }
    }

    private Task<HttpResponseMessage> GetAsync(string path) => server.Client.GetAsync(new Uri(path, UriKind.Relative));

    private static string Header(HttpResponseMessage answer, string name)
        => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
}
