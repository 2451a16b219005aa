using System.Globalization;
using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Lambdas;

/// <summary>Watches all processes of an executable, whoever started them, and keeps the most memory that each function held.</summary>
internal sealed class PeakWatch(string executable)
{
    private const string NameVariable = "AWS_LAMBDA_FUNCTION_NAME=";

    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly string _executable = Path.GetFullPath(executable);
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<string, double> _peaks = new(StringComparer.Ordinal);

    /// <summary>By the function's name, in MiB.</summary>
    public IReadOnlyDictionary<string, double> Peaks => _peaks;

    /// <summary>Looks until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                {
                    Look(id);
                }
            }

            await Task.Delay(s_betweenLooks, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look(int id)
    {
        try
        {
            if (File.ResolveLinkTarget($"/proc/{id}/exe", returnFinalTarget: false)?.FullName != _executable)
            {
                return;
            }

            if (!_names.TryGetValue(id, out var name))
            {
                var variables = File.ReadAllText($"/proc/{id}/environ").Split('\0');
                name = variables.First(v => v.StartsWith(NameVariable, StringComparison.Ordinal))[
                    NameVariable.Length..
                ];
                _names[id] = name;
            }

            _peaks[name] = Math.Max(_peaks.GetValueOrDefault(name), ProcessAccount.PeakMemory(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // It has just gone, or is not ours to look at: there is nothing to be measured.
        }
    }
}
