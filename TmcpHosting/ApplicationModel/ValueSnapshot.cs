using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is not there yet; readers wait for the first one and then always get the latest. Thread-safe.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class ValueSnapshot<T>
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Box? _value;

    /// <summary>Whether there is a value.</summary>
    public bool IsValueSet => Volatile.Read(ref _value) is not null;

    /// <summary>The latest value; waits for the first one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value.</returns>
    public async Task<T> GetValueAsync(CancellationToken cancellationToken = default)
    {
        await _first.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _value!.Value;
    }

    /// <summary>Sets the value.</summary>
    /// <param name="value">The value.</param>
    public void SetValue(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Volatile.Write(ref _value, new Box(value));
        _first.TrySetResult();
    }

    /// <summary>Says that there will be no value; readers get the exception. Without effect once a value was set.</summary>
    /// <param name="exception">Why.</param>
    public void SetException(Exception exception) => _first.TrySetException(exception);

    internal bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        var box = Volatile.Read(ref _value);
        value = box is null ? default : box.Value;
        return box is not null;
    }

    private sealed record Box(T Value);
}
