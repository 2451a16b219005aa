using System.IO.MemoryMappedFiles;

namespace SonicBridge.Fuzz.Running;

/// <summary>
/// The input that is being read, in a file that outlives the process: a stack that overflows leaves no other trace.
/// </summary>
internal sealed class InputUnderWay : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private InputUnderWay(string path, int longest)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, sizeof(int) + longest);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>Begins the file anew.</summary>
    /// <param name="left">The input in which the last process of this file died; null when it ended as it should.</param>
    public static InputUnderWay Begin(string path, int longest, out byte[]? left)
    {
        left = null;
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: > sizeof(int) } before)
        {
            var length = BitConverter.ToInt32(before);
            left =
                length > 0 && length <= before.Length - sizeof(int)
                    ? before[sizeof(int)..(sizeof(int) + length)]
                    : null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new InputUnderWay(path, longest);
    }

    public unsafe void Write(ReadOnlySpan<byte> input)
    {
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        *(int*)start = input.Length;
        input.CopyTo(new Span<byte>(start + sizeof(int), input.Length));
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
    }

    /// <summary>All is well: nothing is under way.</summary>
    public void Dispose()
    {
        _view.Write(0, 0);
        _view.Dispose();
        _file.Dispose();
    }
}
