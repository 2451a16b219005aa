namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for it where records are made for netstandard2.0.</summary>
internal static class IsExternalInit;
