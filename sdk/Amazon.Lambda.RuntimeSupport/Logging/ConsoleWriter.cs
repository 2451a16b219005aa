using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Standard output or error whose lines go to the function's log; what is no whole line passes as it is.</summary>
internal sealed class ConsoleWriter(FunctionLog log, TextWriter inner, string level) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

    public override void Write(string value) => inner.Write(value);

    public override void Flush() => inner.Flush();

    public override void WriteLine() => Line("");

    public override void WriteLine(string value) => Line(value);

    public override void WriteLine(ReadOnlySpan<char> buffer) => Line(buffer.ToString());

    public override void WriteLine(char[] buffer) => Line(new string(buffer));

    public override void WriteLine(char[] buffer, int index, int count) => Line(new string(buffer, index, count));

    public override void WriteLine(StringBuilder value) => Line(value?.ToString());

    public override void WriteLine(object value) => Line(Convert.ToString(value, CultureInfo.InvariantCulture));

    public override void WriteLine(bool value) => Line(value ? "True" : "False");

    public override void WriteLine(char value) => Line(value.ToString());

    public override void WriteLine(int value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(uint value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(long value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(ulong value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(float value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(double value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(decimal value) => Line(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteLine(string format, object arg0) => Line(Filled(format, arg0));

    public override void WriteLine(string format, object arg0, object arg1) => Line(Filled(format, arg0, arg1));

    public override void WriteLine(string format, object arg0, object arg1, object arg2) =>
        Line(Filled(format, arg0, arg1, arg2));

    public override void WriteLine(string format, params object[] arg) => Line(Filled(format, arg));

    public override Task WriteLineAsync() => LineAsync("");

    public override Task WriteLineAsync(char value) => LineAsync(value.ToString());

    public override Task WriteLineAsync(string value) => LineAsync(value);

    public override Task WriteLineAsync(char[] buffer, int index, int count) =>
        LineAsync(new string(buffer, index, count));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        LineAsync(buffer.ToString());

    private static string Filled(string format, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, format, args);

    private void Line(string message) => log.Write(inner, level, null, message, []);

    private Task LineAsync(string message)
    {
        Line(message);
        return Task.CompletedTask;
    }
}
