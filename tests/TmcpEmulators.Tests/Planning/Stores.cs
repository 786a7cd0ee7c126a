using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Planning;

/// <summary>Stores to begin a conversation with.</summary>
internal static class Stores
{
    /// <summary>The collections that first-time users speak of, one workspace, nothing else.</summary>
    public static MemoryStore Empty()
    {
        var store = WithoutWorkspace();
        store.Insert("workspaces", new JsonObject { ["name"] = "Demo Workspace", ["owner_id"] = "u00000000000001" });
        return store;
    }

    public static MemoryStore WithoutWorkspace() => new MemoryStore()
        .Define("users", "_pb_users_auth_", """[{"name":"name","type":"text","required":false}]""")
        .Define("workspaces", "workspaces00000", """
            [{"name":"name","type":"text","required":true},
             {"name":"owner_id","type":"relation","required":true,"collectionId":"_pb_users_auth_","maxSelect":1},
             {"name":"members","type":"relation","required":false,"collectionId":"_pb_users_auth_","maxSelect":99999}]
            """)
        .Define("brand_identities", "brandidentities", """
            [{"name":"workspace_id","type":"relation","required":true,"collectionId":"workspaces00000","maxSelect":1},
             {"name":"brand_name","type":"text","required":true},{"name":"core_messaging","type":"json","required":false},
             {"name":"voice_and_tone","type":"editor","required":false}]
            """)
        .Define("products_services", "productservice", """
            [{"name":"workspace_id","type":"relation","required":true,"collectionId":"workspaces00000","maxSelect":1},
             {"name":"brand_id","type":"relation","required":true,"collectionId":"brandidentities","maxSelect":1},
             {"name":"name","type":"text","required":true},{"name":"description","type":"editor","required":false}]
            """)
        .Define("marketing_campaigns", "marketingcampai", """
            [{"name":"workspace_id","type":"relation","required":true,"collectionId":"workspaces00000","maxSelect":1},
             {"name":"name","type":"text","required":true},
             {"name":"campaign_type","type":"select","required":false,"values":["awareness","conversion","retargeting"]},
             {"name":"status","type":"select","required":true,"values":["planned","active","paused","completed","cancelled"]},
             {"name":"budget","type":"number","required":false},
             {"name":"start_date","type":"date","required":false},{"name":"end_date","type":"date","required":false},
             {"name":"product_id","type":"relation","required":false,"collectionId":"productservice","maxSelect":1}]
            """)
        .Define("leads", "leads0000000000", """
            [{"name":"workspace_id","type":"relation","required":true,"collectionId":"workspaces00000","maxSelect":1},
             {"name":"campaign_id","type":"relation","required":false,"collectionId":"marketingcampai","maxSelect":1},
             {"name":"name","type":"text","required":true},{"name":"email","type":"email","required":false},
             {"name":"status","type":"select","required":true,"values":["new","contacted","qualified"]}]
            """)
        .Define("social_interactions", "socialinteract0", """
            [{"name":"workspace_id","type":"relation","required":true,"collectionId":"workspaces00000","maxSelect":1},
             {"name":"platform_user_id","type":"text","required":true},{"name":"content","type":"text","required":true}]
            """);
}
