using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>Reads a method's IL, as far as it names other members.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    // Most of what functions share is read once.
    private static readonly ConcurrentDictionary<MethodBase, (OpCode Code, MemberInfo Member)[]> s_read = new();

    /// <summary>The members that a method names, in order, each with the instruction that names it.</summary>
    public static IReadOnlyList<(OpCode Code, MemberInfo Member)> MembersOf(MethodBase method) =>
        s_read.GetOrAdd(method, static method => [.. Read(method)]);

    private static IEnumerable<(OpCode Code, MemberInfo Member)> Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
        {
            yield break;
        }

        var typeArguments = method.DeclaringType?.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var at = 0;
        while (at < il.Length)
        {
            var code = s_codes[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            at += code.Size;
            var operand = il.AsMemory(at);
            at += LengthOf(code, operand.Span);
            if (
                code.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                var token = BinaryPrimitives.ReadInt32LittleEndian(operand.Span);
                yield return (code, method.Module.ResolveMember(token, typeArguments, methodArguments)!);
            }
        }
    }

    private static int LengthOf(OpCode code, ReadOnlySpan<byte> operand) =>
        code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
            _ => 4,
        };
}
