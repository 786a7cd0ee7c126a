using TmcpEmulators.Facebook.Posts;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>What the operations of the Graph API work with.</summary>
internal sealed record GraphScope(PostStore Store, CallMeter Meter, TimeProvider Clock, FacebookSettings Settings);
