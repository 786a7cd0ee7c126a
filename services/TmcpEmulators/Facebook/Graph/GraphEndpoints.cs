using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using TmcpEmulators.Facebook.Posts;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>The Graph API, with and without a version in its path: pages, posts and photos.</summary>
internal static class GraphEndpoints
{
    private const int MaxMessage = 63_206;
    private const int MaxRead = 100;
    private const string Id = @"{id:regex(^[\w.]+$)}";
    private static readonly TimeSpan SoonestSchedule = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LatestSchedule = TimeSpan.FromDays(30);

    public static void MapGraph(this WebApplication app)
    {
        foreach (var prefix in (string[])["", @"/v{version:regex(^\d{{1,3}}\.\d$)}"])
        {
            var graph = app.MapGroup(prefix);
            graph.MapGet($"/{Id}", Answer(Describe));
            graph.MapPost($"/{Id}", Answer(Edit));
            graph.MapDelete($"/{Id}", Answer(Delete));
            foreach (var edge in (string[])["feed", "posts"])
                graph.MapGet($"/{Id}/{edge}", Answer(List));
            graph.MapPost($"/{Id}/feed", Answer(Post));
            graph.MapPost($"/{Id}/photos", Answer(PostPhoto));
        }
    }

    private delegate IResult Operation(GraphScope scope, string id, GraphParameters parameters);

    private static RequestDelegate Answer(Operation operation) => async context =>
    {
        var services = context.RequestServices;
        var call = ActivatorUtilities.GetServiceOrCreateInstance<GraphCall>(services);
        var scope = new GraphScope(services.GetRequiredService<PostStore>(), services.GetRequiredService<CallMeter>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<FacebookSettings>());
        var id = (string)context.GetRouteValue("id")!;
        var result = await call.RunAsync(context, id, parameters => operation(scope, id, parameters));
        await result.ExecuteAsync(context);
    };

    private static IResult Describe(GraphScope scope, string id, GraphParameters parameters)
    {
        if (scope.Store.Find(id) is { } post)
            return Json(Public(post), FacebookJson.Wire.PublicPost);
        var page = id == "me" ? scope.Settings.PageId : id;
        return page.Contains('_', StringComparison.Ordinal)
            ? GraphError.UnknownObject("get", id)
            : Json(new PageDescription(page, $"Page {page}"), FacebookJson.Wire.PageDescription);
    }

    private static IResult List(GraphScope scope, string id, GraphParameters parameters) => Json(
        new PostList([.. scope.Store.All.Where(post => post.PageId == id && post.IsPublished).Reverse().Take(MaxRead).Select(Public)]), FacebookJson.Wire.PostList);

    private static IResult Post(GraphScope scope, string page, GraphParameters parameters)
    {
        var message = Message(parameters, "message");
        var link = parameters.Address("link");
        if (message is null && link is null)
            return GraphError.Empty;
        var isPublished = parameters.Flag("published");
        var time = Schedule(scope, parameters, isPublished);
        if (!scope.Meter.MayPost(page))
            return GraphError.TooManyPosts;
        var post = scope.Store.Add(page, made => made with { Message = message ?? "", Link = link, IsPublished = isPublished, ScheduledPublishTime = time });
        return Json(new PostIds(post.Id), FacebookJson.Wire.PostIds);
    }

    private static IResult PostPhoto(GraphScope scope, string page, GraphParameters parameters)
    {
        var message = Message(parameters, "caption") ?? Message(parameters, "message");
        var address = parameters.Address("url");
        if (parameters.Source is null && address is null)
            return GraphError.NoPicture;
        var type = parameters.Source is { } source ? Picture.TypeOf(source) : null;
        if (parameters.Source is not null && type is null)
            return GraphError.WrongPicture;
        var isPublished = parameters.Flag("published");
        var time = Schedule(scope, parameters, isPublished);
        if (!scope.Meter.MayPost(page))
            return GraphError.TooManyPosts;
        var post = scope.Store.Add(
            page,
            made => made with { Message = message ?? "", Picture = address, PhotoId = address is null ? null : made.Id.Split('_')[^1], IsPublished = isPublished, ScheduledPublishTime = time },
            type is null ? null : new Picture(parameters.Source!, type));
        return Json(new PostIds(post.PhotoId!, isPublished ? post.Id : null), FacebookJson.Wire.PostIds);
    }

    private static IResult Edit(GraphScope scope, string id, GraphParameters parameters)
    {
        if (Message(parameters, "message") is not { } message)
            return GraphError.Empty;
        return scope.Store.Edit(id, message) is null ? GraphError.UnknownObject("post", id) : Json(new Success(), FacebookJson.Wire.Success);
    }

    private static IResult Delete(GraphScope scope, string id, GraphParameters parameters) =>
        scope.Store.Delete(id) ? Json(new Success(), FacebookJson.Wire.Success) : GraphError.UnknownObject("delete", id);

    private static string? Message(GraphParameters parameters, string name)
    {
        var message = parameters.Text(name);
        return message is null || message.Length <= MaxMessage ? message : throw new FormatException($"Param {name} must be at most {MaxMessage} characters long.");
    }

    // A time in the future needs published=false, as Facebook has it.
    private static DateTimeOffset? Schedule(GraphScope scope, GraphParameters parameters, bool isPublished)
    {
        if (parameters.Time("scheduled_publish_time") is not { } time)
            return null;
        if (isPublished)
            throw new FormatException("You cannot specify a scheduled publish time on a published post");
        var ahead = time - scope.Clock.GetUtcNow();
        return ahead >= SoonestSchedule && ahead <= LatestSchedule
            ? time
            : throw new FormatException("The specified scheduled publish time is invalid: it has to be between 10 minutes and 30 days from now.");
    }

    private static PublicPost Public(Post post) => new(
        post.Id, post.Message.Length == 0 ? null : post.Message, post.CreatedTime.ToString("yyyy-MM-ddTHH:mm:ss+0000"), post.Link, post.Picture, post.IsPublished);

    private static JsonHttpResult<T> Json<T>(T body, JsonTypeInfo<T> type) => TypedResults.Json(body, type);
}
