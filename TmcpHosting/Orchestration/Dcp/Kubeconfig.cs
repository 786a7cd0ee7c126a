using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>Where dcp's API listens and how to be let in, read from the file dcp writes.</summary>
/// <param name="Server">For example <c>https://127.0.0.1:41337</c>.</param>
/// <param name="Token">Bearer token.</param>
/// <param name="Authority">The certificate the server must show.</param>
internal sealed partial record Kubeconfig(Uri Server, string Token, X509Certificate2 Authority)
{
    /// <summary>
    /// Reads lines such as <c>    server: https://127.0.0.1:41337</c>; values may be quoted. The rest of the YAML is of no interest.
    /// </summary>
    public static Kubeconfig Parse(string text)
    {
        var authority = Encoding.ASCII.GetString(Convert.FromBase64String(Value(AuthorityLine(), "certificate-authority-data")));
        return new Kubeconfig(new Uri(Value(ServerLine(), "server")), Value(TokenLine(), "token"), X509Certificate2.CreateFromPem(authority));

        string Value(Regex line, string key) => line.Match(text) is { Success: true } match
            ? match.Groups["value"].Value
            : throw new DcpException($"The kubeconfig that dcp wrote has no '{key}': the engine is not the verified version.");
    }

    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The token stays out of every text.</summary>
    public override string ToString() => Server.ToString();

    [GeneratedRegex("""^\s*(?:- )?server:\s*"?(?<value>[^\s"]+)"?\s*$""", Options, 1000)]
    private static partial Regex ServerLine();

    [GeneratedRegex("""^\s*(?:- )?token:\s*"?(?<value>[^\s"]+)"?\s*$""", Options, 1000)]
    private static partial Regex TokenLine();

    [GeneratedRegex("""^\s*(?:- )?certificate-authority-data:\s*"?(?<value>[^\s"]+)"?\s*$""", Options, 1000)]
    private static partial Regex AuthorityLine();
}
