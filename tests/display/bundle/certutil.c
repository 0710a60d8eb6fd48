/* Says what Windows' "certutil -hashfile FILE SHA256" says.  Wine's own says nothing: see update_scripts.py. */
#include <windows.h>
#include <wincrypt.h>
#include <stdio.h>

#define BYTES 32

int wmain(int count, wchar_t **words)
{
    static BYTE content[65536];
    BYTE digest[BYTES];
    DWORD size = BYTES, length;
    HCRYPTPROV provider;
    HCRYPTHASH hash;
    HANDLE file;

    if (count != 4 || _wcsicmp(words[1], L"-hashfile") || _wcsicmp(words[3], L"SHA256"))
        return 1;
    file = CreateFileW(words[2], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE || !GetFileSize(file, NULL)) { /* an empty file is an error to it too */
        printf("CertUtil: -hashfile command FAILED: 0x80070002\r\nCertUtil: cannot find the file.\r\n");
        return 2;
    }
    CryptAcquireContextW(&provider, NULL, NULL, PROV_RSA_AES, CRYPT_VERIFYCONTEXT);
    CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash);
    while (ReadFile(file, content, sizeof content, &length, NULL) && length)
        CryptHashData(hash, content, length, 0);
    CryptGetHashParam(hash, HP_HASHVAL, digest, &size, 0);
    printf("SHA256 hash of file:\r\n");
    for (int i = 0; i < BYTES; i++) /* as on Windows 7; later ones leave the spaces away */
        printf(i ? " %02x" : "%02x", digest[i]);
    printf("\r\nCertUtil: -hashfile command completed successfully.\r\n");
    return 0;
}
