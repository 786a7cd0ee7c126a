namespace Tmcp.AppHost;

/// <summary>Names of the graph's resources and parameters, shared with the tests.</summary>
public static class Names
{
    /// <summary>The database: one writer, SQLite.</summary>
    public const string PocketBase = "pocketbase";

    /// <summary>Durable queue, incidents, threads and limits.</summary>
    public const string Redis = "redis";

    /// <summary>The log lines of every resource.</summary>
    public const string Elasticsearch = "elasticsearch";

    /// <summary>Pages over the log lines; only with the real Elasticsearch, and started by a person.</summary>
    public const string Kibana = "kibana";

    /// <summary>The channel that incidents are told in.</summary>
    public const string Discord = "discord";

    /// <summary>Stand-in for Facebook's Graph API; local runs only.</summary>
    public const string Facebook = "facebook";

    /// <summary>The server of the chat model.</summary>
    public const string Ollama = "ollama";

    /// <summary>The agent's tools over PocketBase, as MCP.</summary>
    public const string Bridge = "bridge";

    /// <summary>The marketing agent.</summary>
    public const string Agent = "agent";

    /// <summary>Turns alerts and error lines into incidents with cause, evidence and fix. Internal: no route leads to it.</summary>
    public const string AiOpsAgent = "aiops-agent";

    /// <summary>The application that marketers work in.</summary>
    public const string Hub = "hub";

    /// <summary>The public blog.</summary>
    public const string Blog = "blog";

    /// <summary>The step that installs the packages of the front ends; local runs only.</summary>
    public const string Packages = "packages";

    /// <summary>The one entrance of the local stack; Traefik's part in the cluster.</summary>
    public const string Gateway = "gateway";

    /// <summary>Parameter: e-mail of the PocketBase superuser.</summary>
    public const string PocketBaseAdminEmail = "pocketbase-admin-email";

    /// <summary>Secret parameter: password of the PocketBase superuser.</summary>
    public const string PocketBaseAdminPassword = "pocketbase-admin-password";

    /// <summary>Secret parameter: password of Redis.</summary>
    public const string RedisPassword = "redis-password";

    /// <summary>Secret parameter of a local run: token of the inbox's webhook.</summary>
    public const string DiscordInboxToken = "discord-inbox-token";

    /// <summary>Secret parameter: password of the demo user.</summary>
    public const string DemoPassword = "demo-password";

    /// <summary>Parameter: name of the chat model.</summary>
    public const string OllamaModel = "ollama-model";
}
