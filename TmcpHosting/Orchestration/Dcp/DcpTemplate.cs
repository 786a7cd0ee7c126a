namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>dcp evaluates Go templates in every argument and environment value, the ones users wrote included.</summary>
internal static class DcpTemplate
{
    /// <summary>
    /// Text that evaluates to itself: <c>{{</c> becomes <c>{{"{{"}}</c>. Odd case: <c>{{{</c> becomes <c>{{"{{"}}{</c>.
    /// </summary>
    public static string Escape(string text) => text.Replace("{{", """{{"{{"}}""", StringComparison.Ordinal);

    /// <summary>As <see cref="Escape(string)"/>, but the given templates stay what they are.</summary>
    public static string Escape(string text, IReadOnlyCollection<string> kept)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
            return text;
        var template = kept.FirstOrDefault(candidate => text.Contains(candidate, StringComparison.Ordinal));
        return template is null
            ? Escape(text)
            : string.Join(template, text.Split(template).Select(part => Escape(part, kept)));
    }

    /// <summary>The port this process has to listen on for a service, filled in by dcp when it starts.</summary>
    public static string PortForServing(string service) => $$$"""{{portForServing "{{{service}}}"}}""";
}
