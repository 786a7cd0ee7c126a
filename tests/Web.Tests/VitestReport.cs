using System.Text.Json;

namespace Tmcp.Web.Tests;

/// <summary>Reads what <c>vitest --reporter=json</c> writes.</summary>
internal static class VitestReport
{
    /// <summary>All tests that ran; a file that could not be run at all is one failed test. Skipped ones are left out: they prove nothing.</summary>
    /// <param name="json"><c>{"testResults":[{"name":"/…/a.test.ts","status":"passed","message":"","assertionResults":[{"fullName":"…","status":"passed","failureMessages":[]}]}]}</c></param>
    /// <param name="folder">The front end's folder.</param>
    public static IReadOnlyList<VitestCase> Parse(string json, string folder)
    {
        using var report = JsonDocument.Parse(json);
        return [.. report.RootElement.GetProperty("testResults").EnumerateArray().SelectMany(file => CasesOf(file, folder))];
    }

    private static IEnumerable<VitestCase> CasesOf(JsonElement file, string folder)
    {
        var path = Path.GetRelativePath(folder, file.GetProperty("name").GetString()!).Replace('\\', '/');
        VitestCase[] cases = [.. file.GetProperty("assertionResults").EnumerateArray().Select(result => Read(result, path)).OfType<VitestCase>()];
        var broken = file.GetProperty("status").GetString() == "failed" && !cases.Any(one => one.Failure is not null);
        return broken ? [.. cases, new VitestCase(path, "the file itself", Text(file, "message") ?? "It failed without saying why.")] : cases;
    }

    private static VitestCase? Read(JsonElement result, string path)
    {
        var name = Text(result, "fullName") ?? "";
        return Text(result, "status") switch
        {
            "passed" => new VitestCase(path, name, null),
            "failed" => new VitestCase(path, name, string.Join('\n', result.GetProperty("failureMessages").EnumerateArray().Select(message => message.GetString()))),
            _ => null,
        };
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
