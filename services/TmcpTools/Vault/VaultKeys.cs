namespace Tmcp.Tools.Vault;

/// <summary>What a new Vault gives once.</summary>
internal sealed record VaultKeys(IReadOnlyList<string> Unseal, string RootToken)
{
    /// <summary>Without the keys.</summary>
    public override string ToString() => $"{Unseal.Count} unseal keys and a root token";
}
