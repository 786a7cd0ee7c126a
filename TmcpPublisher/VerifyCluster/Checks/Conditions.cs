using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>The conditions in the status of an object.</summary>
internal static class Conditions
{
    /// <summary>The condition <c>Ready</c>; null when there is none yet.</summary>
    internal static Condition? Ready(KubeObject item) => Find(item, "Ready");

    internal static Condition? Find(KubeObject item, string type) => item.Root.Get("status", "conditions").Items()
        .Where(condition => condition.Get("type").Text() == type)
        .Select(condition => new Condition(condition.Get("status").Text() == "True", condition.Get("reason").Text() ?? "", condition.Get("message").Text() ?? ""))
        .FirstOrDefault();

    internal static string Describe(KubeObject item) => Ready(item) is { } condition ? condition.ToString() : "it has no status yet";
}

internal sealed record Condition(bool IsTrue, string Reason, string Message)
{
    public override string ToString() => string.Join(": ", new[] { Reason, Message.TrimEnd('.') }.Where(part => part.Length > 0));
}
