using Tmcp.Tools.Vault;

namespace Tmcp.Tools.Tests.Vault;

/// <summary>The keeper over a Vault in every state.</summary>
public sealed class KeeperTests : IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private FakeVault _vault = null!;
    private FakeKubernetes _kubernetes = null!;

    public async Task InitializeAsync()
    {
        (_vault, _kubernetes) = (await FakeVault.StartAsync(), await FakeKubernetes.StartAsync());
        _vault.ServiceAccounts[FakeKubernetes.Token] = $"{FakeKubernetes.Namespace}/vault-keeper";
    }

    public async Task DisposeAsync()
    {
        await _vault.DisposeAsync();
        await _kubernetes.DisposeAsync();
        await _output.DisposeAsync();
    }

    private Dictionary<string, string> Secret => _kubernetes.Secrets[FakeKubernetes.Permitted];

    [Fact]
    public async Task A_new_Vault_is_ready_after_one_pass()
    {
        await RunAsync();

        Assert.False(_vault.IsSealed);
        Assert.Equal(_vault.Keys, Secret.Where(item => item.Key.StartsWith("key-", StringComparison.Ordinal)).OrderBy(item => item.Key).Select(item => item.Value));
        Assert.Equal("kv", (string?)_vault.Paths["sys/mounts/secret"]["type"]);
        Assert.Equal("path \"secret/data/tmcp/*\" { capabilities = [\"read\"] }\n", (string?)_vault.Paths["sys/policies/acl/eso-policy"]["policy"]);
        Assert.Equal("""{"kubernetes_host":"https://kubernetes.default.svc"}""", _vault.Paths["auth/kubernetes/config"].ToJsonString());
        Assert.Equal(
            """{"bound_service_account_names":["external-secrets"],"bound_service_account_namespaces":["external-secrets"],"token_policies":["eso-policy"],"token_ttl":3600}""",
            _vault.Paths["auth/kubernetes/role/eso"].ToJsonString());
        Assert.Matches("^[A-Za-z0-9]{22}$", _vault.Value("tmcp/bridge", "POCKETBASE_PASSWORD"));
    }

    [Fact]
    public async Task A_value_with_several_homes_is_the_same_in_all()
    {
        await RunAsync();

        Assert.Equal(_vault.Value("tmcp/video-creater", "PB_ADMIN_PASSWORD"), _vault.Value("tmcp/bridge", "POCKETBASE_PASSWORD"));
    }

    [Fact]
    public async Task A_second_pass_changes_nothing()
    {
        await RunAsync();
        var writes = _vault.Writes.Count;
        _output.GetStringBuilder().Clear();

        await RunAsync();

        Assert.Empty(_vault.Writes.Skip(writes));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task The_root_token_dies_and_the_keeper_goes_on_without_it()
    {
        await RunAsync();

        Assert.DoesNotContain("root-token", Secret.Keys);
        Assert.DoesNotContain("root", _vault.Tokens.Values);

        var more = Settings() with { Values = [new ValueSettings("later", new GenerateSettings(), [new ValueHome("tmcp/later", "TOKEN")])] };
        await RunAsync(more with { Policies = [.. more.Policies, new PolicySettings("staging", new Dictionary<string, IReadOnlyList<string>> { ["secret/data/tmcp/staging/*"] = ["read"] })] });
        Assert.NotNull(_vault.Value("tmcp/later", "TOKEN"));
        Assert.Contains("sys/policies/acl/staging", _vault.Paths.Keys);
    }

    [Fact]
    public async Task A_restarted_Vault_is_unsealed_and_nothing_else_is_done()
    {
        await RunAsync();
        var writes = _vault.Writes.Count;
        _vault.Seal();

        await RunAsync();

        Assert.False(_vault.IsSealed);
        Assert.Equal(["sys/unseal", "sys/unseal", "sys/unseal"], _vault.Writes.Skip(writes));
    }

    [Fact]
    public async Task What_a_person_wrote_stays_and_goes_to_the_homes_without_it()
    {
        await RunAsync(Settings() with { Values = [] });
        _vault.Set("tmcp/bridge", "POCKETBASE_PASSWORD", "by-hand");
        _vault.Set("tmcp/bridge", "OTHER", "untouched");

        await RunAsync();

        Assert.Equal("by-hand", _vault.Value("tmcp/bridge", "POCKETBASE_PASSWORD"));
        Assert.Equal("by-hand", _vault.Value("tmcp/video-creater", "PB_ADMIN_PASSWORD"));
        Assert.Equal("untouched", _vault.Value("tmcp/bridge", "OTHER"));
        Assert.Equal(2, _vault.Version("tmcp/bridge"));
    }

    [Fact]
    public async Task Two_different_values_are_told_and_left_alone()
    {
        await RunAsync(Settings() with { Values = [] });
        _vault.Set("tmcp/bridge", "POCKETBASE_PASSWORD", "one-value");
        _vault.Set("tmcp/video-creater", "PB_ADMIN_PASSWORD", "another-value");

        await RunAsync();

        Assert.Contains("tmcp/video-creater:PB_ADMIN_PASSWORD and tmcp/bridge:POCKETBASE_PASSWORD", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("one-value", _vault.Value("tmcp/bridge", "POCKETBASE_PASSWORD"));
        Assert.Equal("another-value", _vault.Value("tmcp/video-creater", "PB_ADMIN_PASSWORD"));
    }

    [Fact]
    public async Task A_changed_role_is_put_right()
    {
        await RunAsync();
        _vault.Paths["auth/kubernetes/role/eso"]["token_ttl"] = 60;
        _vault.Paths["sys/policies/acl/eso-policy"]["policy"] = "path \"*\" { capabilities = [\"read\"] }";

        await RunAsync();

        Assert.Equal(3600, (int)_vault.Paths["auth/kubernetes/role/eso"]["token_ttl"]!);
        Assert.Contains("secret/data/tmcp/*", (string)_vault.Paths["sys/policies/acl/eso-policy"]["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_rights_to_store_keys_nothing_is_initialised()
    {
        _kubernetes.MayCreate = false;

        var failure = await Assert.ThrowsAsync<ToolException>(() => RunAsync());

        Assert.Contains("Secret 'vault/vault-unseal' could not be made", failure.Message, StringComparison.Ordinal);
        Assert.False(_vault.IsInitialised);
    }

    [Fact]
    public async Task A_short_outage_of_the_cluster_does_not_lose_the_keys()
    {
        _kubernetes.Secrets[FakeKubernetes.Permitted] = new() { ["state"] = "prepared" };
        var settings = Settings();
        using var kubernetes = Kubernetes();
        var secret = new UnsealSecret(kubernetes, settings.UnsealSecret);
        _kubernetes.FailingPatches = 1;

        await secret.StoreAsync(new VaultKeys(["first", "second"], "root"), TimeProvider.System);

        Assert.Equal("second", Secret["key-2"]);
    }

    [Fact]
    public async Task The_keys_of_an_earlier_Vault_are_never_overwritten()
    {
        _kubernetes.Secrets[FakeKubernetes.Permitted] = new() { ["key-1"] = "of-the-earlier-one" };

        var failure = await Assert.ThrowsAsync<ToolException>(() => RunAsync());

        Assert.Contains("holds the keys of an earlier one", failure.Message, StringComparison.Ordinal);
        Assert.False(_vault.IsInitialised);
        Assert.Equal("of-the-earlier-one", Secret["key-1"]);
    }

    [Fact]
    public async Task A_sealed_Vault_without_keys_asks_for_a_person()
    {
        await RunAsync();
        _vault.Seal();
        _kubernetes.Secrets.Clear();

        var failure = await Assert.ThrowsAsync<ToolException>(() => RunAsync());

        Assert.Contains("kubectl -n vault exec -ti vault-0 -- vault operator unseal", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_Vault_of_a_person_asks_for_a_root_token_once()
    {
        await RunAsync();
        _kubernetes.Secrets.Clear();
        _vault.ServiceAccounts.Clear();

        var failure = await Assert.ThrowsAsync<ToolException>(() => RunAsync());

        Assert.Contains("Give it a root token for one pass", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_token_that_a_person_gives_repairs_the_own_login()
    {
        await RunAsync();
        _vault.Paths["sys/policies/acl/vault-keeper"]["policy"] = "";
        await Assert.ThrowsAsync<ToolException>(() => RunAsync());
        Secret["root-token"] = _vault.AddRootToken();

        await RunAsync();

        Assert.DoesNotContain("root-token", Secret.Keys);
        Assert.DoesNotContain("root", _vault.Tokens.Values);
        await RunAsync();
    }

    [Fact]
    public async Task A_dead_root_token_is_removed()
    {
        await RunAsync();
        Secret["root-token"] = "hvs.revoked-before-it-was-removed";

        await RunAsync();

        Assert.DoesNotContain("root-token", Secret.Keys);
    }

    [Fact]
    public async Task A_pass_that_stopped_after_each_write_is_completed_by_the_next()
    {
        await RunAsync();
        var all = _vault.Writes.Count;
        for (var stop = 1; stop < all; stop++)
        {
            await DisposeAsync();
            await InitializeAsync();
            using var limit = new CancellationTokenSource();
            var writes = stop;
            var settings = Settings();
            using var kubernetes = Kubernetes();
            using var vault = new VaultClient(settings.Address);
            await using var stopping = new StoppingWriter(() => _vault.Writes.Count >= writes, limit);
            var stopped = await Record.ExceptionAsync(() => new Keeper(settings, vault, kubernetes, TimeProvider.System, stopping).RunAsync(limit.Token));
            Assert.True(stopped is null or OperationCanceledException, stopped?.ToString());

            await using var output = new StringWriter();
            await new Keeper(settings, vault, kubernetes, TimeProvider.System, output).RunAsync(default);

            Assert.False(_vault.IsSealed);
            Assert.DoesNotContain("root-token", Secret.Keys);
            Assert.Equal(_vault.Value("tmcp/video-creater", "PB_ADMIN_PASSWORD"), _vault.Value("tmcp/bridge", "POCKETBASE_PASSWORD"));
        }
    }

    [Fact]
    public async Task No_line_shows_a_key_a_token_or_a_value()
    {
        await RunAsync();

        var text = _output.ToString();
        Assert.Contains("generated tmcp/bridge:POCKETBASE_PASSWORD", text, StringComparison.Ordinal);
        Assert.All(
            [.. _vault.Keys, .. _vault.Tokens.Keys, .. Secret.Values.Where(value => value.Length > 12), _vault.Value("tmcp/bridge", "POCKETBASE_PASSWORD")!, "hvs."],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private async Task RunAsync(KeeperSettings? settings = null)
    {
        using var kubernetes = Kubernetes();
        using var vault = new VaultClient(_vault.Address);
        await new Keeper(settings ?? Settings(), vault, kubernetes, TimeProvider.System, _output).RunAsync(default);
    }

    private KubernetesSecrets Kubernetes() => new(_kubernetes.Address, FakeKubernetes.Token, FakeKubernetes.Namespace, authorities: null);

    private KeeperSettings Settings() => new()
    {
        Address = _vault.Address,
        Policies = [new PolicySettings("eso-policy", new Dictionary<string, IReadOnlyList<string>> { ["secret/data/tmcp/*"] = ["read"] })],
        Auth = new AuthSettings { Roles = [new RoleSettings("eso", ["external-secrets"], ["external-secrets"], ["eso-policy"])] },
        Values =
        [
            new ValueSettings(
                "pocketbase-admin-password",
                new GenerateSettings { MinLength = 22, Special = false },
                [new ValueHome("tmcp/video-creater", "PB_ADMIN_PASSWORD"), new ValueHome("tmcp/bridge", "POCKETBASE_PASSWORD")]),
        ],
    };
}
