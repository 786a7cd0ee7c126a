namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>Keeps the first so many of an order, whatever comes in.</summary>
internal sealed class TopHits(HitOrder order, int count)
{
    private readonly PriorityQueue<Hit, Hit> _worstFirst = new(Comparer<Hit>.Create((x, y) => order.Compare(y, x)));

    public void Add(Hit hit)
    {
        if (_worstFirst.Count < count)
            _worstFirst.Enqueue(hit, hit);
        else if (count > 0)
            _worstFirst.EnqueueDequeue(hit, hit);
    }

    public List<Hit> Take(int from)
    {
        var hits = _worstFirst.UnorderedItems.Select(item => item.Element).Order(order).ToList();
        return from >= hits.Count ? [] : hits[from..];
    }
}
