using System.Text.RegularExpressions;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Moto;

/// <summary>
/// moto_server, an existing emulator of AWS, as a child process: what the local cloud has no service of its own for.
/// </summary>
public sealed partial class MotoServer : IAsyncDisposable
{
    private const string Program = "moto_server";
    private const int KeptLines = 20;

    // The first start after an installation compiles all of it.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _lastLines = new();
    private ChildProcess? _process;

    private MotoServer() { }

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The process.</summary>
    public int ProcessId => _process?.Id ?? throw new ObjectDisposedException(nameof(MotoServer));

    /// <summary>Starts it on a free port and waits until it listens there.</summary>
    /// <exception cref="MotoMissingException">It is not installed; the message says how to install it.</exception>
    /// <exception cref="IOException">It did not come up; the message says what it wrote.</exception>
    public static async Task<MotoServer> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var server = new MotoServer();
        var recipe = new ProcessRecipe(Find(), ["-H", "127.0.0.1", "-p", "0"], Environment())
        {
            AnswersInterrupts = true,
        };
        server._process = ChildProcess.Start(recipe, server.OnLine);
        try
        {
            var ended = server._process.Exited;
            var first = await Task.WhenAny(server._address.Task, ended).WaitAsync(StartLimit, time, cancellationToken);
            if (first == ended)
            {
                await server._process.OutputEnded.WaitAsync(cancellationToken);
                throw new IOException($"{Program} ended with {await ended} before it listened: {server.LastWords()}");
            }

            return server;
        }
        catch (TimeoutException e)
        {
            await server.DisposeAsync();
            throw new IOException(
                $"{Program} does not listen after {StartLimit.TotalSeconds:0} seconds: {server.LastWords()}",
                e
            );
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            process.Kill();
            await process.Exited;
            process.Dispose();
        }
    }

    private static string Find()
    {
        var folders = System.Environment.GetEnvironmentVariable("PATH") ?? "";
        string[] names = OperatingSystem.IsWindows() ? [$"{Program}.exe", $"{Program}.cmd"] : [Program];
        return folders
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
            ?? throw new MotoMissingException();
    }

    private static Dictionary<string, string> Environment()
    {
        var variables = new Dictionary<string, string>
        {
            ["MOTO_ACCOUNT_ID"] = LocalAccount.Id,
            ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
            ["AWS_DEFAULT_REGION"] = LocalAccount.Region,
            ["PYTHONUNBUFFERED"] = "1",
        };
        // Where Python's version managers and per-user installations look for the program behind their shim.
        foreach (var name in (ReadOnlySpan<string>)["HOME", "USERPROFILE", "APPDATA", "PYENV_ROOT", "VIRTUAL_ENV"])
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        return variables;
    }

    private void OnLine(string line)
    {
        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > KeptLines)
            {
                _lastLines.Dequeue();
            }
        }
    }

    private string LastWords()
    {
        lock (_lastLines)
        {
            return _lastLines.Count == 0 ? "it wrote nothing." : string.Join('\n', _lastLines);
        }
    }

    // Written once the socket is bound and listens; from then on no connection is refused.
    [GeneratedRegex("Running on (?<address>http://127\\.0\\.0\\.1:[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}

/// <summary>moto_server is not installed.</summary>
public sealed class MotoMissingException()
    : Exception(
        "The migration's rehearsal needs moto_server, an emulator of AWS, and it is not on the PATH: "
            + "install it with `pip install 'moto[server]'` (Python 3.10 or newer) and start again."
    );
