using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.Runtime;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Looks at one thing after the other, or side by side: what cannot be seen is noted and hides nothing else.</summary>
internal sealed class Looks(TimeProvider time)
{
    // What is ill may not answer at all.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(8);

    private readonly ConcurrentQueue<string> _unread = new();

    /// <summary>What could not be seen: a name, a colon, the reason.</summary>
    public IReadOnlyList<string> Unread => [.. _unread];

    /// <summary>What was seen, or the given value when it could not be.</summary>
    /// <param name="what">Its name for the reader.</param>
    public async Task<T> AtAsync<T>(string what, T otherwise, Func<Task<T>> look)
    {
        try
        {
            return await look().WaitAsync(s_limit, time);
        }
        catch (TimeoutException)
        {
            _unread.Enqueue($"{what}: no answer within {s_limit.TotalSeconds:F0} s.");
        }
        catch (AmazonServiceException e)
        {
            _unread.Enqueue($"{what}: {e.ErrorCode}: {e.Message}");
        }
        catch (Exception e)
            when (e
                    is AmazonClientException
                        or HttpRequestException
                        or IOException
                        or JsonException
                        or InvalidDataException
                        or MigrationRefused
            )
        {
            _unread.Enqueue($"{what}: {e.Message}");
        }

        return otherwise;
    }
}
