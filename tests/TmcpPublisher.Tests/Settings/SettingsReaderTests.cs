using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Manifest;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Settings_are_read_with_their_defaults()
    {
        var settings = new SettingsFile(_folder).Read();

        var staging = settings.Environments["staging"];
        Assert.Equal(("lupca", "tmcp", "kube-system"), (settings.Registry, settings.VaultPrefix, settings.Ingress.Namespace));
        Assert.Equal(("tmcp-staging", "staging.example.org", "tmcp/staging", "enforce", false), (staging.Namespace, staging.Host, staging.VaultPath, staging.NetworkPolicies, staging.RequireDigests));
        Assert.Equal(["ha", "backup"], settings.Environments["prod"].Components);
        Assert.Equal("b", settings.Environments["prod"].Parameters["a"]);
        Assert.Equal(("vault", "main", "192.168.0.102"), (settings.Clusters["home"].SecretStore, settings.Clusters["home"].GitRevision, settings.Clusters["home"].Outside["ollama"]));
    }

    [Fact]
    public void Committed_settings_are_valid()
    {
        var settings = SettingsReader.Read(Path.Combine(RepositoryFolder.Path, "deploy", "settings.json"));

        Assert.Equal(["prod", "staging"], settings.Environments.Keys);
    }

    [Theory]
    [InlineData("registri", "\"x\"", "settings.json $.registri: 'registri' is not known here. Did you mean 'registry'?")]
    [InlineData("registry", "", "settings.json $: lacks 'registry'")]
    [InlineData("registry", "\"https://ghcr.io\"", "$.registry: has to be a registry")]
    [InlineData("environments", "{}", "$.environments: is empty")]
    [InlineData("environments.Prod_2", "{ \"namespace\": \"x\", \"vaultPath\": \"t\" }", "'Prod_2' becomes a folder")]
    [InlineData("environments.prod.namespace", "\"Tmcp\"", "$.environments.prod.namespace: is 'Tmcp', and has to be")]
    [InlineData("environments.prod.namespace", "\"tmcp-staging\"", "'prod' and 'staging' have the same namespace 'tmcp-staging' in one cluster.")]
    [InlineData("environments.prod.components", "[ \"hq\" ]", "$.environments.prod.components[0]: is 'hq', which is not known. Did you mean 'ha'?")]
    [InlineData("environments.prod.components", "[ \"ha\", \"ha\" ]", "names a component twice")]
    [InlineData("environments.prod.networkPolicies", "\"off\"", "is 'off', which is not known.")]
    [InlineData("environments.prod.host", "\"https://example.org\"", "has to be a DNS name or an IPv4 address")]
    [InlineData("environments.prod.tlsSecret", "\"cert\"", "has a 'tlsSecret' and no 'host'")]
    [InlineData("environments.prod.replicas", "3", "'replicas' is not known here.")]
    [InlineData("environments.prod.requireDigests", "\"yes\"", "is text, and has to be true or false")]
    [InlineData("environments.prod.parameters", "{ \"a\": 1 }", "$.environments.prod.parameters.a: is a number, and has to be text")]
    [InlineData("clusters.home.environments", "[ \"pord\" ]", "there is no environment 'pord'. Did you mean 'prod'?")]
    [InlineData("clusters.home.outside", "{ \"ollama\": \"http://x\" }", "has to be a DNS name or an IPv4 address")]
    [InlineData("ingress.labels", "{}", "every pod of the namespace would be let in")]
    public void Mistake_in_the_settings_is_an_error_with_its_path(string path, string value, string expected)
    {
        var refused = Assert.Throws<PublishException>(() => new SettingsFile(_folder).Read(path, value));

        Assert.Contains(refused.Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Password_in_an_address_is_not_repeated()
    {
        var refused = Assert.Throws<PublishException>(() => new SettingsFile(_folder).Read("clusters.home.gitUrl", "\"https://user:hunter2@git.example.org/x.git\""));

        Assert.DoesNotContain("hunter2", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }
}
