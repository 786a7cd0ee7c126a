namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>dcp evaluates Go templates in every argument and environment value, the ones users wrote included.</summary>
internal static class DcpTemplate
{
    /// <summary>
    /// Text that evaluates to itself: <c>{{</c> becomes <c>{{"{{"}}</c>. Odd case: <c>{{{</c> becomes <c>{{"{{"}}{</c>.
    /// </summary>
    public static string Escape(string text) => text.Replace("{{", """{{"{{"}}""", StringComparison.Ordinal);

    /// <summary>The port this process has to listen on for a service, filled in by dcp when it starts.</summary>
    public static string PortForServing(string service) => $$$"""{{- portForServing "{{{service}}}" -}}""";
}
