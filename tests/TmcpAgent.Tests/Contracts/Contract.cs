using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Contracts;

/// <summary>The recorded schemas, which the hub's tests read, too.</summary>
internal static class Contract
{
    public static void Holds(string name, JsonElement value)
    {
        var findings = Load(name).Check(value);
        Assert.True(findings.Count == 0, $"{name}: {value.GetRawText()}\n{string.Join('\n', findings)}");
    }

    /// <summary>Every event of a stream, and the last one of a kind.</summary>
    public static void Holds(string name, ChatStream stream, string last)
    {
        Assert.Equal(last, stream.Last.GetProperty("type").GetString());
        foreach (var item in stream.Events)
            Holds(name, item);
    }

    public static JsonSchema Load(string name) =>
        JsonSchema.Load(Path.Combine(RepositoryFolder.Path, "tests", "TmcpAgent.Tests", "Contracts", $"{name}.schema.json"));
}
