using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench;

/// <summary>Runs a command's work, and says in a sentence what kept it from being done.</summary>
internal static class Attempt
{
    private const int NotMeasured = 1;
    private const int NotReady = 2;

    /// <summary>The exit code after Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(Func<Task> work) =>
        RunAsync(async () =>
        {
            await work();
            return 0;
        });

    /// <param name="work">Comes to an exit code of its own.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> work)
    {
        // Until this, Ctrl-C would end the program without a word.
        await Task.Yield();
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                throw new NotReadyException("Processes are measured by their books in /proc: run this on Linux.");
            }

            return await work();
        }
        catch (NotReadyException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotReady;
        }
        catch (Exception e)
            when (e is RunFailedException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotMeasured;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; all processes are gone.");
            return Interrupted;
        }
    }
}
