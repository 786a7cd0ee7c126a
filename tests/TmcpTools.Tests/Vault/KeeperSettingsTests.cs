using System.Text.RegularExpressions;
using Tmcp.Tests.Shared;
using Tmcp.Tools.Vault;

namespace Tmcp.Tools.Tests.Vault;

public sealed class KeeperSettingsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_example_of_the_documentation_is_read_with_its_defaults()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "services", "TmcpTools", "README.md"));

        var settings = Read(Regex.Match(text, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);

        Assert.Equal(("secret", "vault-unseal", 5, 3), (settings.Mount, settings.UnsealSecret, settings.Shares, settings.Threshold));
        Assert.Equal(["read"], settings.Policies.Single().Paths["secret/data/tmcp/*"]);
        Assert.Equal("1h", settings.Auth.Roles.Single().Ttl);
        var value = settings.Values.Single();
        Assert.Equal((22, true, false), (value.Generate.MinLength, value.Generate.Lower, value.Generate.Special));
        Assert.Equal("tmcp/agent:POCKETBASE_PASSWORD", value.Homes[^1].ToString());
    }

    [Theory]
    [InlineData("""{"address":"http://v:8200","polices":[]}""", "polices")]
    [InlineData("""{}""", "address")]
    [InlineData("""{"address":"http://v:8200","shares":2}""", "'threshold' 3 of 'shares' 2")]
    [InlineData("""{"address":"/relative"}""", "'address'")]
    [InlineData("""{"address":"http://v:8200","values":[{"name":"n","generate":{},"homes":[]}]}""", "'n' needs a home")]
    [InlineData("not json", "cannot be read")]
    public void What_cannot_be_meant_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ToolException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains(
        _folder.File("none.json"), Assert.Throws<ToolException>(() => KeeperSettings.Read(_folder.File("none.json"))).Message, StringComparison.Ordinal);

    private KeeperSettings Read(string text)
    {
        File.WriteAllText(_folder.File("keeper.json"), text);
        return KeeperSettings.Read(_folder.File("keeper.json"));
    }
}
