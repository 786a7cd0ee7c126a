namespace Tmcp.AppHost;

/// <summary>Names of the graph's resources and parameters, shared with the tests.</summary>
public static class Names
{
    /// <summary>The database: one writer, SQLite.</summary>
    public const string PocketBase = "pocketbase";

    /// <summary>The server of the chat model.</summary>
    public const string Ollama = "ollama";

    /// <summary>The agent's tools over PocketBase, as MCP.</summary>
    public const string Bridge = "bridge";

    /// <summary>The marketing agent.</summary>
    public const string Agent = "agent";

    /// <summary>The one entrance of the local stack; Traefik's part in the cluster.</summary>
    public const string Gateway = "gateway";

    /// <summary>Parameter: e-mail of the PocketBase superuser.</summary>
    public const string PocketBaseAdminEmail = "pocketbase-admin-email";

    /// <summary>Secret parameter: password of the PocketBase superuser.</summary>
    public const string PocketBaseAdminPassword = "pocketbase-admin-password";

    /// <summary>Secret parameter: password of the demo user.</summary>
    public const string DemoPassword = "demo-password";

    /// <summary>Parameter: name of the chat model.</summary>
    public const string OllamaModel = "ollama-model";
}
